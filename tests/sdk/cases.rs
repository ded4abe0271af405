//! Requests, made up at random but the same on every run: some of every form.

mod declared;
mod dice;
mod form;
mod values;

pub(crate) use self::form::{FORMS, Form};
pub(crate) use self::values::Members;

use serde::Serialize;
use tencent_action::Credential;

use self::dice::Dice;
use self::values::Values;
use crate::actions::target;

/// How many requests there are of each form.
const OF_EACH: usize = 16;

/// One request, described for our client and for the SDK.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Case {
    #[serde(flatten)]
    pub(crate) form: Form,
    pub(crate) service: &'static str,
    pub(crate) version: &'static str,
    pub(crate) action: &'static str,
    pub(crate) scheme: &'static str,
    pub(crate) root_domain: &'static str,
    pub(crate) endpoint: Option<String>,
    pub(crate) region: Option<&'static str>,
    pub(crate) language: Option<&'static str>,
    pub(crate) secret_id: String,
    pub(crate) secret_key: String,
    pub(crate) token: Option<String>,
    pub(crate) timestamp: u64,
    pub(crate) random: u64,
    pub(crate) parameters: Members,
    pub(crate) binary: Option<Binary>,
}

/// A binary member. Its bytes are written as text, a character each.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Binary {
    pub(crate) name: &'static str,
    #[serde(serialize_with = "crate::wire::as_text")]
    pub(crate) bytes: Vec<u8>,
}

impl Case {
    pub(crate) fn credential(&self) -> Credential {
        let credential = Credential::with_secret_id(&self.secret_id).secret_key(&self.secret_key);
        credential.with_token(self.token.clone().unwrap_or_default())
    }
}

/// All requests, with the names of their forms.
pub(crate) fn all() -> Vec<(&'static str, Case)> {
    let of_form = |&(name, form): &(&'static str, Form)| (0..OF_EACH).map(move |index| (name, case(form, index)));
    FORMS.iter().flat_map(of_form).collect()
}

/// The request with this number among those of its form.
fn case(form: Form, index: usize) -> Case {
    let mut dice = Dice::new(&format!("{form:?} {index}"));
    let [service, version, action] = target(form, index);
    let parameters = if form.typed {
        declared::parameters(&mut dice, action)
    } else {
        Values { form, plain: index.is_multiple_of(2) }.members(&mut dice)
    };
    let has_binary = form.encoding != "any";
    Case {
        form,
        service,
        version,
        action,
        scheme: "https",
        root_domain: dice.one_of(&["tencentcloudapi.com", "intl.tencentcloudapi.com"]),
        endpoint: dice.one_in(5).then(|| "127.0.0.1:8443".to_owned()),
        region: dice.one_of(&[None, Some("ap-guangzhou"), Some("na-siliconvalley")]),
        language: dice.one_of(&[None, Some("zh-CN"), Some("en-US")]),
        secret_id: format!("AKID{:x}", dice.roll()),
        secret_key: format!("{:x}", dice.roll()),
        token: dice.one_in(2).then(|| format!("{:x}+/=", dice.roll())),
        timestamp: second(&mut dice),
        random: dice.roll().max(2),
        parameters,
        binary: has_binary.then(|| Binary { name: "File", bytes: dice.bytes() }),
    }
}

/// Any second until 2038, or the first or the last of its day.
fn second(dice: &mut Dice) -> u64 {
    let (any, day) = (dice.below(1 << 31), 86_400);
    let midnight = any - any % day;
    dice.one_of(&[any, midnight, midnight + day - 1])
}
