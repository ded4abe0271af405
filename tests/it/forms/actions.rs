//! The actions of these tests.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use tencent_action::fake::FakeCloud;
use tencent_action::{Action, CommonError, Empty, Encoding, Field, Kind, tencent_action, tencent_data};

/// Parameters of every kind that text can carry.
#[tencent_action(service = "cvm", version = "2017-03-12")]
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct DescribeThings {
    pub(crate) name: String,
    pub(crate) limit: Option<i64>,
    pub(crate) ratio: Option<f64>,
    pub(crate) dry_run: Option<bool>,
    pub(crate) state: Option<State>,
    pub(crate) filters: Option<Vec<Filter>>,
    pub(crate) labels: Option<BTreeMap<String, u64>>,
}

#[tencent_data]
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Filter {
    pub(crate) name: String,
    pub(crate) values: Vec<String>,
    pub(crate) exact: Option<bool>,
    pub(crate) range: Option<Range>,
}

#[tencent_data]
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Range {
    pub(crate) from: u64,
    pub(crate) to: f64,
    pub(crate) within: Option<Box<Range>>,
}

#[tencent_data]
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum State {
    Running,
    Other(String),
}

impl DescribeThings {
    /// All of it, with what is special to a query, to a form, and to Chinese.
    pub(crate) fn special() -> Self {
        let inner = Range { from: 0, to: 1e21, within: None };
        let range = Range { from: u64::MAX, to: -0.1, within: Some(Box::new(inner)) };
        let filter = Filter {
            name: "a b&c=d+e".into(),
            values: vec!["未命名".into(), "*'()/+=~".into(), String::new(), "%20\r\n\"".into()],
            exact: Some(true),
            range: Some(range),
        };
        let plain = Filter { name: "zone".into(), values: vec!["1".into()], exact: Some(false), range: None };
        Self {
            name: "é?#[]@!$,;".into(),
            limit: Some(i64::MIN),
            ratio: Some(2.0),
            dry_run: Some(true),
            state: Some(State::Running),
            filters: Some(vec![filter, plain]),
            labels: Some([("x y".to_owned(), 1), ("标签".to_owned(), 0)].into()),
        }
    }
}

/// Numbers of the largest types.
#[tencent_action(service = "cvm", version = "2017-03-12")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct DescribeNumbers {
    pub(crate) float: f64,
    pub(crate) short: f32,
    pub(crate) signed: i128,
    pub(crate) unsigned: u128,
}

/// What is of no type that the declaration knows.
#[tencent_action(service = "cvm", version = "2017-03-12")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DescribeAnything {
    pub(crate) anything: serde_json::Value,
    pub(crate) range: Option<Range>,
}

/// Bytes that are written as such.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub(crate) struct Binary(pub(crate) Vec<u8>);

impl Serialize for Binary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

/// An action in parts.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct UploadFile {
    pub(crate) file: Binary,
    pub(crate) preview: Option<Binary>,
    pub(crate) title: String,
    pub(crate) pages: Option<u64>,
    pub(crate) public: Option<bool>,
    pub(crate) labels: Option<Vec<String>>,
    pub(crate) range: Option<Range>,
}

impl Serialize for UploadFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut request = serializer.serialize_struct("UploadFile", 7)?;
        request.serialize_field("File", &self.file)?;
        request.serialize_field("Preview", &self.preview)?;
        request.serialize_field("Title", &self.title)?;
        request.serialize_field("Pages", &self.pages)?;
        request.serialize_field("Public", &self.public)?;
        request.serialize_field("Labels", &self.labels)?;
        request.serialize_field("Range", &self.range)?;
        request.end()
    }
}

impl Action for UploadFile {
    const SERVICE: &'static str = "cii";
    const VERSION: &'static str = "2021-04-08";
    const NAME: &'static str = "UploadFile";
    const FIELDS: &'static [Field] = &[
        Field::new("File", Kind::Binary, true),
        Field::new("Preview", Kind::Binary, false),
        Field::new("Title", Kind::String, true),
        Field::new("Pages", Kind::Integer, false),
        Field::new("Public", Kind::Boolean, false),
        Field::new("Labels", Kind::List, false),
        Field::new("Range", Kind::Any, false),
    ];
    const ENCODING: Encoding = Encoding::Multipart;
    type Response = Empty;
    type ErrorCode = CommonError;
}

/// An action whose body is one member.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct UploadLog {
    pub(crate) topic_id: String,
    pub(crate) hash_key: Option<String>,
    pub(crate) count: Option<u64>,
    pub(crate) compress: Option<bool>,
    pub(crate) logs: Binary,
}

impl Action for UploadLog {
    const SERVICE: &'static str = "cls";
    const VERSION: &'static str = "2020-10-16";
    const NAME: &'static str = "UploadLog";
    const FIELDS: &'static [Field] = &[
        Field::new("TopicId", Kind::String, true),
        Field::new("HashKey", Kind::String, false),
        Field::new("Count", Kind::Integer, false),
        Field::new("Compress", Kind::Boolean, false),
        Field::new("Logs", Kind::Binary, true),
    ];
    const ENCODING: Encoding = Encoding::OctetStream;
    type Response = Empty;
    type ErrorCode = CommonError;
}

/// A handler that keeps the requests that it gets.
pub(crate) fn kept<A>(cloud: &FakeCloud) -> Arc<Mutex<Vec<A>>>
where
    A: Action<Response = Empty> + serde::de::DeserializeOwned + Send + 'static,
{
    let kept = Arc::new(Mutex::new(Vec::new()));
    let keeper = Arc::clone(&kept);
    cloud.on(move |request: A| {
        keeper.lock().unwrap().push(request);
        Ok(Empty)
    });
    kept
}
