//! Declarations: arguments and items, of what somebody may write, with faults.

use crate::random::Random;
use crate::role::Role;

const ARGUMENTS: &[&str] = &[
    "service = \"vod\"",
    "service = \"vod\"",
    "service = \"Vod \"",
    "version = \"2018-07-17\"",
    "version = \"2018-07-17\"",
    "version = \"2018\"",
    "action = \"Boil\"",
    "action = \"boil it\"",
    "response = Reply",
    "response = Vec<Option<u8>>",
    "response = \"Reply\"",
    "errors = Errors",
    "stream = Chunk",
    "rate_limit = 20",
    "rate_limit = 0",
    "rate_limit = 1e9",
    "idempotent",
    "idempotent = true",
    "unsigned",
    "crate = ::a::b",
    "crate = 7",
    "name = \"Tea\"",
    "region = \"x\"",
    "servce = \"a\"",
    "spec = \"../tests/specs/invented-2020-01-01.spec\"",
    "spec = \"nowhere.spec\"",
    "r#service = \"a\"",
    "",
    "= 1",
    "a.b",
    "paginate(offset = a, total = b, items = c.d, item = Tea)",
    "paginate(token = a, next = b, items = c, item = Tea)",
    "paginate(page = r#type, first = 0, more = b, items = c, item = Tea)",
    "paginate(offset = zz, items = , item)",
    "paginate",
];
const ATTRIBUTES: &[&str] = &[
    "",
    "",
    "",
    "",
    "#[serde(rename = \"Wire\")]",
    "#[serde(rename = \"\")]",
    "#[serde(default)]",
    "#[serde(flatten)]",
    "#[serde(skip)]",
    "#[serde(alias = \"A\")]",
    "#[serde(with = \"a::b\")]",
    "#[serde(with = \"a b\")]",
    "#[serde(rename_all = \"camelCase\")]",
    "#[serde(rename_all = \"Camel\")]",
    "#[serde(skip_serializing_if = \"Option::is_none\")]",
    "#[serde]",
    "#[serde(untagged)]",
    "#[serde(rename(serialize = \"a\", deserialize = \"b\"))]",
    "#[serde(bound = \"\")]",
    "#[serde(defalt, rename = 7)]",
    "#[tencent(client_token)]",
    "#[tencent(binary)]",
    "#[tencent(body)]",
    "#[tencent(code = \"A.B\")]",
    "#[tencent(code)]",
    "#[tencent]",
    "#[tencent(action(service = \"a\"))]",
    "#[derive(Debug)]",
    "#[derive(serde::Serialize)]",
    "#[deprecated]",
    "#[cfg(a)]",
    "#[tencent_data]",
    "#[tencent_action]",
    "/// A doc.\n",
    "#[default]",
    "#[a::b]",
    "#[serde = \"a\"]",
];
const TYPES: &[&str] = &[
    "String",
    "u64",
    "Option<String>",
    "Vec<Tea>",
    "&'a str",
    "T",
    "Box<Self>",
    "Option<Vec<&'a [T; N]>>",
    "bytes::Bytes",
    "f32",
    "[u8; 4]",
    "fn(u8) -> u8",
    "(A, B)",
    "dyn Trait",
    "impl Trait",
    "<T as Trait>::Item",
    "!",
    "_",
    "m!()",
    "bool",
    "CommonError",
];
const NAMES: &[&str] = &["a", "b", "c", "task_id", "r#type", "client_token", "i_pv6", "__x", "é", "self", "a", "d"];
const VARIANTS: &[&str] =
    &["A", "B", "Waiting", "Other(String)", "Other(CommonError)", "C { a: u8 }", "D = 7", "E(u8, u8)", "r#Self"];
const GENERICS: &[&str] =
    &["", "", "", "<T>", "<'a>", "<'a, T: Clone + 'a, const N: usize = 3>", "<T = u8>", "<", "<>"];
const PIECES: &[&str] = &[
    ",",
    "=",
    ".",
    "::",
    "#",
    "<",
    ">",
    "&",
    "'a",
    "\"\"",
    "7",
    "1.5",
    "()",
    "[]",
    "{}",
    "crate",
    "r#type",
    "b\"a\"",
    "'c'",
    "-",
    "pub",
    "where T: Copy",
    "|",
    "$",
    "unsafe",
    "struct",
    "enum",
    "union",
    "\u{202e}",
    "é",
];

#[derive(Debug)]
pub(super) struct Declaration {
    pub(super) role: Role,
    pub(super) arguments: String,
    pub(super) item: String,
}

impl Declaration {
    pub(super) fn of(random: &mut Random) -> Self {
        let (role, arguments) = Self::arguments(random);
        let item = item(random, role);
        let item = if random.once_in(3) { random.damage_text(item, PIECES) } else { item };
        Self { role, arguments, item }
    }

    pub(super) fn arguments(random: &mut Random) -> (Role, String) {
        let role = Role::ALL[random.below(3)];
        let arguments = list(random, ARGUMENTS, 7, ", ");
        (role, if random.once_in(3) { random.damage_text(arguments, PIECES) } else { arguments })
    }
}

fn list(random: &mut Random, pieces: &[&str], limit: usize, between: &str) -> String {
    let parts: Vec<_> = (0..random.below(limit)).map(|_| random.pick(pieces)).collect();
    parts.join(between)
}

fn item(random: &mut Random, role: Role) -> String {
    let (attribute, generics) = (random.text(ATTRIBUTES, 4), random.pick(GENERICS));
    let is_enum = role == Role::Errors || random.once_in(4);
    if is_enum {
        let variants: Vec<_> = (0..random.below(5)).map(|_| attributed(random, VARIANTS)).collect();
        return format!("{attribute} pub enum Tea{generics} {{ {} }}", variants.join(", "));
    }
    let name = random.pick(&["Tea", "DescribeTeas", "r#Boil", "tea"]);
    let body = match random.below(12) {
        0 => ";".to_owned(),
        1 => "(u8, String);".to_owned(),
        _ => {
            let field = |random: &mut Random| format!("{}: {}", attributed(random, NAMES), random.pick(TYPES));
            let fields: Vec<_> = (0..random.below(6)).map(|_| field(random)).collect();
            format!("{{ {} }}", fields.join(", "))
        }
    };
    format!("{attribute} pub(crate) struct {name}{generics} {body}")
}

fn attributed(random: &mut Random, names: &[&str]) -> String {
    format!("{} {}", random.pick(ATTRIBUTES), random.pick(names))
}
