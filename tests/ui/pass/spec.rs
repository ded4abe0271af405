//! Declarations that hold against a lock, and what isn't judged.

#![deny(warnings)]

use std::borrow::Cow;

use tencent_action::{Client, tencent_action, tencent_data};

#[tencent_action(service = "vod", version = "2018-07-17", spec = "specs/vod-2018-07-17.spec")]
pub struct ManageTask<'a> {
    pub task_id: &'a str,
    pub operation_type: Cow<'a, str>,
    // A bare optional parameter is the user's right, and so is a narrow integer in a request.
    pub sub_app_id: u32,
}

#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    action = "DescribeTasks",
    response = Tasks,
    spec = "specs/vod-2018-07-17.spec"
)]
pub struct WaitingTasks {
    pub status: Status,
    pub sort: Option<SortBy>,
    pub create_time: Option<TimeRange>,
    pub limit: Option<Limit>,
}

#[tencent_data]
pub enum Status {
    Waiting,
    Other(String),
}

pub struct Limit(u64);
pub type Percent = u8;

impl tencent_action::__private::serde::Serialize for Limit {
    fn serialize<S: tencent_action::__private::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.0)
    }
}

impl<'de> tencent_action::__private::serde::Deserialize<'de> for Limit {
    fn deserialize<D: tencent_action::__private::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <u64 as tencent_action::__private::serde::Deserialize>::deserialize(deserializer).map(Self)
    }
}

#[tencent_data(spec = "specs/vod-2018-07-17.spec")]
pub struct SortBy {
    pub field: String,
    pub order: String,
}

#[tencent_data(spec = "specs/vod-2018-07-17.spec")]
pub struct TimeRange {
    pub after: Option<String>,
}

// It goes both ways: what requests demand is there, and no reply is lost that lacks it.
#[tencent_data(spec = "specs/invented-2020-01-01.spec")]
pub struct Span {
    pub from: Option<String>,
    pub length: Option<u64>,
}

// It borrows, so it is only sent, and any integer will do.
#[tencent_data(spec = "specs/invented-2020-01-01.spec", name = "Span")]
pub struct SpanSent<'a> {
    pub from: &'a str,
    pub length: u8,
}

#[tencent_data(spec = "specs/vod-2018-07-17.spec", name = "DescribeTasksResponse")]
pub struct Tasks {
    pub task_set: Vec<TaskSimpleInfo>,
    pub request_id: Option<String>,
}

#[tencent_data(spec = "specs/vod-2018-07-17.spec")]
pub struct TaskSimpleInfo {
    #[serde(rename = "TaskId")]
    pub id: String,
    #[serde(alias = "Status")]
    pub state: Option<Status>,
    #[serde(flatten)]
    pub times: Times,
}

#[tencent_data]
pub struct Times {
    pub finish_time: Option<String>,
}

#[tencent_data(spec = "specs/invented-2020-01-01.spec")]
pub struct Usage {
    pub count: i64,
    pub peak: Option<Percent>,
    pub ratio: Box<f32>,
    pub shares: Vec<Percent>,
    #[serde(skip)]
    pub ours: u8,
}

#[tencent_action(service = "invented", version = "2020-01-01", spec = "specs/invented-2020-01-01.spec")]
pub struct AssignAddresses {
    // One is made where there is none.
    #[tencent(client_token)]
    pub client_token: Option<String>,
    pub i_pv6: Vec<String>,
    pub instance_i_d: String,
    #[allow(deprecated)]
    pub old_name: Option<String>,
    pub r#type: String,
}

#[tencent_action(service = "invented", version = "2020-01-01", spec = "specs/invented-2020-01-01.spec")]
#[allow(deprecated)]
pub struct OldUpload {
    #[tencent(binary)]
    pub file: Vec<u8>,
}

// What is required is in the other one.
#[tencent_action(
    service = "vod",
    version = "2018-07-17",
    action = "ManageTask",
    spec = "specs/vod-2018-07-17.spec"
)]
pub struct Abort {
    pub task_id: String,
    #[serde(flatten)]
    pub operation: Operation,
}

#[tencent_data]
pub struct Operation {
    pub operation_type: String,
}

// What is read has another name than what is written.
#[tencent_data(spec = "specs/vod-2018-07-17.spec", name = "TaskSimpleInfo")]
pub struct Renamed {
    #[serde(rename(serialize = "Id", deserialize = "TaskId"))]
    pub id: String,
}

/// Whoever uses this is told.
pub mod old {
    #[tencent_action::tencent_action(
        service = "invented",
        version = "2020-01-01",
        action = "OldUpload",
        spec = "specs/invented-2020-01-01.spec"
    )]
    #[deprecated]
    pub struct Upload {
        #[tencent(binary)]
        pub file: Vec<u8>,
    }
}

fn main() {
    let _ = |client: &Client| {
        let task = ManageTask { task_id: "t", operation_type: "Abort".into(), sub_app_id: 1 };
        drop(task.send(client));
    };
}
