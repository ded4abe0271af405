//! One version of one service.

use std::collections::{BTreeMap, BTreeSet};

use super::{ActionSpec, DataSpec, Member, MemberKind, SpecError, Status, Usage, nearest, place, raw};

/// One version of one service: its actions, and the data types that they share.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceSpec {
    /// Its name on the wire and in its host, as `vod`.
    pub service: String,
    /// Its version, as `2018-07-17`.
    pub version: String,
    /// The product's name, in Chinese in both editions; empty in a few.
    pub title: String,
    /// What the service is for, in a few words; empty in the international edition.
    pub document: String,
    /// Its actions, by name.
    pub actions: BTreeMap<String, ActionSpec>,
    /// Its data types, by name. Requests and replies aren't among them: they are the members of the actions.
    pub data: BTreeMap<String, DataSpec>,
}

impl ServiceSpec {
    /// Reads the text of an `api.json`.
    ///
    /// Keys and types that this version of the crate doesn't know are passed over or kept by name.
    ///
    /// # Errors
    ///
    /// - It isn't JSON, or has nothing where a name must be. The error names the action, or the object and its member.
    /// - An action names a request or a reply that isn't described.
    ///
    /// # Example
    ///
    /// ```
    /// use tencent_action::spec::{MemberKind, ServiceSpec};
    ///
    /// # fn main() -> Result<(), tencent_action::spec::SpecError> {
    /// let spec = ServiceSpec::from_json(
    ///     br#"{
    ///         "metadata": { "serviceShortName": "kettle", "apiVersion": "2024-05-01" },
    ///         "actions": { "Boil": { "name": "Boils water", "input": "BoilRequest", "output": "BoilResponse" } },
    ///         "objects": {
    ///             "BoilRequest": { "members": [{ "name": "Litres", "type": "float", "member": "float", "required": true }] },
    ///             "BoilResponse": { "members": [{ "name": "RequestId", "type": "string", "member": "string" }] }
    ///         }
    ///     }"#,
    /// )?;
    /// let litres = &spec.actions["Boil"].input[0];
    /// assert_eq!((litres.name.as_str(), &litres.kind, litres.required), ("Litres", &MemberKind::Float, true));
    /// # Ok(())
    /// # }
    /// ```
    pub fn from_json(json: &[u8]) -> Result<Self, SpecError> {
        let api: raw::Api = place::read(json)?;
        let shared = shared(&api);
        let described = |name: &str| api.objects.contains_key(name);
        let members = |members: &[raw::Member]| members.iter().map(|raw| member(raw, described)).collect();
        let data = api.objects.iter().filter(|(name, _)| shared.contains(name.as_str()));
        let data = data.map(|(name, raw)| (name.clone(), data_spec(name, raw, members(&raw.members)))).collect();
        let root = |action: &str, name: &str| match api.objects.get(name) {
            Some(object) => Ok(members(&object.members)),
            None => Err(SpecError::missing(format!("actions.{action}: `{name}` isn't described"))),
        };
        let mut actions = BTreeMap::new();
        for (name, raw) in &api.actions {
            let (input, output) = (root(name, &raw.input)?, root(name, &raw.output)?);
            actions.insert(name.clone(), action_spec(name, raw, input, output));
        }
        let raw::About { service, version, title, document } = api.metadata;
        let (title, document) = (title.unwrap_or_default(), document.unwrap_or_default());
        let mut spec = Self { service, version, title, document, actions, data };
        spec.tell_usage();
        Ok(spec)
    }

    /// Says of each data type where it occurs. What the metadata says isn't always so; it counts where no action tells.
    fn tell_usage(&mut self) {
        let names = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
        let (sent, received) = (names(self.sent()), names(self.received()));
        for (name, data) in &mut self.data {
            data.usage = match (sent.contains(name), received.contains(name)) {
                (true, true) => Usage::Both,
                (true, false) => Usage::In,
                (false, true) => Usage::Out,
                (false, false) => data.usage,
            };
        }
    }

    /// The action of this name.
    ///
    /// # Errors
    ///
    /// - There is none. The error says which one is called nearly so.
    pub fn action(&self, name: &str) -> Result<&ActionSpec, SpecError> {
        let known = || self.actions.keys().map(String::as_str);
        self.actions.get(name).ok_or_else(|| self.unknown("action", name, known()))
    }

    pub(super) fn unknown<'a>(&self, what: &str, name: &str, known: impl Iterator<Item = &'a str>) -> SpecError {
        let Self { service, version, .. } = self;
        SpecError::missing(format!("{service} {version} has no {what} `{name}`{}", nearest::hint(name, known)))
    }

    /// The names of actions and data types.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.actions.keys().chain(self.data.keys()).map(String::as_str)
    }

    /// The data types that requests reach.
    pub(super) fn sent(&self) -> BTreeSet<&str> {
        self.reached(self.actions.values().flat_map(|action| &action.input)).into_keys().collect()
    }

    /// The data types that replies reach.
    pub(super) fn received(&self) -> BTreeSet<&str> {
        self.reached(self.actions.values().flat_map(|action| &action.output)).into_keys().collect()
    }

    /// The data types that members reach, by name.
    pub(crate) fn reached<'a>(&'a self, members: impl Iterator<Item = &'a Member>) -> BTreeMap<&'a str, &'a DataSpec> {
        let mut reached = BTreeMap::new();
        let mut left: Vec<&MemberKind> = members.map(|member| &member.kind).collect();
        while let Some(kind) = left.pop() {
            let Some(data) = kind.data_name().and_then(|name| self.data.get(name)) else { continue };
            if reached.insert(data.name.as_str(), data).is_none() {
                left.extend(data.members.iter().map(|member| &member.kind));
            }
        }
        reached
    }
}

/// The names of the data types: of all that isn't an action's request or reply, or is that and a member's type as well.
fn shared(api: &raw::Api) -> BTreeSet<&str> {
    let roots: BTreeSet<&str> = api.actions.values().flat_map(|raw| [raw.input.as_str(), &raw.output]).collect();
    let members = api.objects.values().flat_map(|object| &object.members);
    let others = api.objects.keys().map(String::as_str).filter(|name| !roots.contains(name));
    others.chain(members.map(|member| member.subtype.as_str())).collect()
}

fn action_spec(name: &str, raw: &raw::Action, input: Vec<Member>, output: Vec<Member>) -> ActionSpec {
    ActionSpec {
        name: name.into(),
        title: raw.title.clone().unwrap_or_default(),
        document: raw.document.clone().unwrap_or_default(),
        status: Status::read(raw.status.as_deref()),
        input,
        output,
        unsigned: raw.skip_sign.0,
    }
}

fn data_spec(name: &str, raw: &raw::Object, members: Vec<Member>) -> DataSpec {
    let document = raw.document.clone().unwrap_or_default();
    DataSpec { name: name.into(), document, members, usage: Usage::read(raw.usage.as_deref()) }
}

fn member(raw: &raw::Member, described: impl Fn(&str) -> bool) -> Member {
    Member {
        name: raw.name.clone(),
        kind: MemberKind::read(&raw.kind, &raw.subtype, described),
        required: raw.required.0,
        output_required: raw.output_required.0,
        nullable: raw.value_allowed_null.0,
        deprecated: raw.disabled.0,
        document: raw.document.clone().unwrap_or_default(),
    }
}
