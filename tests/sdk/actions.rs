//! Actions with a binary member or without a signature, written by hand.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use tencent_action::{Action, CommonError, Empty, Encoding, Field};

use crate::cases::{Case, Form};

/// What is sent: members in their order, the binary one last.
#[derive(Debug, Clone)]
pub(crate) struct Parameters<'a>(pub(crate) &'a Case);

/// Written with `serialize_bytes`, as a binary member must be.
struct Bytes<'a>(&'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

impl Serialize for Parameters<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in &self.0.parameters.0 {
            map.serialize_entry(name, value)?;
        }
        if let Some(binary) = &self.0.binary {
            map.serialize_entry(binary.name, &Bytes(&binary.bytes))?;
        }
        map.end()
    }
}

macro_rules! actions {
    ($($name:ident: $service:literal $version:literal $action:literal, $encoding:ident, $unsigned:literal;)*) => {
        $(
            #[derive(Debug, Clone, Serialize)]
            #[serde(transparent)]
            pub(crate) struct $name<'a>(pub(crate) Parameters<'a>);

            impl Action for $name<'_> {
                const SERVICE: &'static str = $service;
                const VERSION: &'static str = $version;
                const NAME: &'static str = $action;
                const FIELDS: &'static [Field] = &[];
                const ENCODING: Encoding = Encoding::$encoding;
                const UNSIGNED: bool = $unsigned;
                type Response = Empty;
                type ErrorCode = CommonError;
            }
        )*
    };
}

actions! {
    Upload: "iai" "2020-03-03" "UploadFace", Multipart, false;
    Log: "cls" "2020-10-16" "UploadLog", OctetStream, false;
    Assume: "sts" "2018-08-13" "AssumeRoleWithWebIdentity", Any, true;
    UnsignedUpload: "iai" "2020-03-03" "UploadFace", Multipart, true;
    UnsignedLog: "cls" "2020-10-16" "UploadLog", OctetStream, true;
}

/// Service, version and action of a request of this form.
pub(crate) fn target(form: Form, index: usize) -> [&'static str; 3] {
    fn of<A: Action>() -> [&'static str; 3] {
        [A::SERVICE, A::VERSION, A::NAME]
    }

    use tencent_action_examples::api::{DescribeTaskDetail, DescribeTasks, ProcessMedia};
    let declared = [of::<ProcessMedia>(), of::<DescribeTasks>(), of::<DescribeTaskDetail>()];
    let undeclared = [["cvm", "2017-03-12", "DescribeInstances"], ["as", "2018-04-19", "DescribeAutoScalingGroups"]];
    match form.encoding {
        "multipart" => of::<Upload<'_>>(),
        "octet-stream" => of::<Log<'_>>(),
        _ if form.typed => declared[index % 3],
        _ if form.skip => of::<Assume<'_>>(),
        _ => undeclared[index % 2],
    }
}
