//! The arguments of the attributes.

use super::Context;
use crate::spec::ActionSpec;
use crate::spec::rust::known;
use crate::spec::rust::objects::ObjectId;
use crate::spec::rust::paging::paginate;
use crate::spec::rust::reads::is_read;

impl Context<'_, '_> {
    /// Those of `tencent_action`, in the order in which the documentation has them.
    pub(super) fn arguments(&self, action: &ActionSpec) -> Vec<String> {
        let name = &action.name;
        let (service, version) = (&self.spec.service, &self.spec.version);
        let mut arguments = vec![format!("service = \"{service}\""), format!("version = \"{version}\"")];
        arguments.extend((self.types.of(ObjectId::Request(name)) != name).then(|| format!("action = \"{name}\"")));
        let response = ObjectId::Response(name);
        let response = self.objects.members(response).next().is_some().then(|| self.types.of(response));
        arguments.extend(response.map(|response| format!("response = {response}")));
        if known::streams(service, action) {
            arguments.push(format!("stream = {}", response.unwrap_or("serde_json::Value")));
        }
        arguments.extend(is_read(name).then(|| "idempotent".to_owned()));
        arguments.extend(action.unsigned.then(|| "unsigned".to_owned()));
        arguments.extend(paginate(self, name).map(|arguments| format!("paginate({})", arguments.join(", "))));
        arguments.extend(self.lock_argument());
        arguments.extend(self.crate_argument());
        arguments
    }

    /// Those of `tencent_data`, on a struct.
    pub(super) fn data_arguments(&self, id: ObjectId<'_>) -> Vec<String> {
        let mut arguments = Vec::from_iter(self.lock_argument());
        let known_as = match id {
            ObjectId::Response(action) => format!("{action}Response"),
            ObjectId::Request(name) | ObjectId::Data(name) => name.to_owned(),
        };
        let is_renamed = !arguments.is_empty() && self.types.of(id) != known_as;
        arguments.extend(is_renamed.then(|| format!("name = \"{known_as}\"")));
        arguments.extend(self.crate_argument());
        arguments
    }

    fn lock_argument(&self) -> Option<String> {
        // Debug writes a string as Rust does.
        self.options.lock.as_ref().map(|path| format!("spec = {path:?}"))
    }

    pub(super) fn crate_argument(&self) -> Option<String> {
        self.options.runtime.as_ref().map(|path| format!("crate = {path}"))
    }
}
