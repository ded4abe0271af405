//! What is called, and what it answers: in our declarations, and in structs with serde's derives alone.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use tencent_action::{Credential, tencent_action, tencent_data};

pub(crate) const SECRET_ID: &str = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
pub(crate) const SECRET_KEY: &str = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
pub(crate) const REGION: &str = "ap-guangzhou";
/// A time in February 2019.
pub(crate) const SECOND: i64 = 1_551_113_065;

pub(crate) fn credential() -> Credential {
    Credential::with_secret_id(SECRET_ID).secret_key(SECRET_KEY)
}

/// 109 bytes as JSON.
#[tencent_action(service = "vod", version = "2018-07-17")]
pub(crate) struct ManageTask {
    pub(crate) task_id: String,
    pub(crate) operation_type: String,
    pub(crate) sub_app_id: Option<u64>,
}

/// The same for serde alone.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct PlainTask {
    pub(crate) task_id: String,
    pub(crate) operation_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sub_app_id: Option<u64>,
}

const TASK_ID: &str = "251000333-procedure-c27bdf65ea06646171e714f25f5aac6";

impl ManageTask {
    pub(crate) fn small() -> Self {
        Self { task_id: TASK_ID.into(), operation_type: "Abort".into(), sub_app_id: Some(1_251_000_333) }
    }

    /// 1 MiB in its first member.
    pub(crate) fn large() -> Self {
        Self { task_id: "x".repeat(1 << 20), ..Self::small() }
    }
}

impl PlainTask {
    pub(crate) fn small() -> Self {
        let ManageTask { task_id, operation_type, sub_app_id } = ManageTask::small();
        Self { task_id, operation_type, sub_app_id }
    }

    pub(crate) fn large() -> Self {
        Self { task_id: ManageTask::large().task_id, ..Self::small() }
    }
}

/// A list, asked for with members that GET flattens.
#[tencent_action(service = "vod", version = "2018-07-17", response = Medias)]
pub(crate) struct SearchMedia {
    pub(crate) file_ids: Vec<String>,
    pub(crate) filters: Vec<Filter>,
    pub(crate) limit: Option<u64>,
}

#[tencent_data]
pub(crate) struct Filter {
    pub(crate) name: String,
    pub(crate) values: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct PlainSearch {
    pub(crate) file_ids: Vec<String>,
    pub(crate) filters: Vec<PlainFilter>,
    pub(crate) limit: Option<u64>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct PlainFilter {
    pub(crate) name: String,
    pub(crate) values: Vec<String>,
}

const VALUES: [&str; 3] = ["未命名", "a b&c=d+e", "ins-09dx96dg"];

impl SearchMedia {
    pub(crate) fn nested() -> Self {
        let PlainSearch { file_ids, filters, limit } = PlainSearch::nested();
        let filter = |PlainFilter { name, values }| Filter { name, values };
        Self { file_ids, filters: filters.into_iter().map(filter).collect(), limit }
    }

    /// With nothing to look for: for its answers.
    pub(crate) fn all() -> Self {
        Self { file_ids: Vec::new(), filters: Vec::new(), limit: None }
    }
}

impl PlainSearch {
    pub(crate) fn nested() -> Self {
        let values = || VALUES.map(str::to_owned).to_vec();
        let filter = |name: &str| PlainFilter { name: name.to_owned(), values: values() };
        Self { file_ids: values(), filters: ["instance-name", "zone"].map(filter).into(), limit: Some(100) }
    }
}

#[tencent_data]
pub(crate) struct Medias {
    pub(crate) total_count: u64,
    pub(crate) media_info_set: Vec<Media>,
}

#[tencent_data]
pub(crate) struct Media {
    pub(crate) file_id: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) create_time: String,
    pub(crate) size: u64,
    pub(crate) duration: f64,
    pub(crate) tags: Vec<String>,
}

/// What every answer is wrapped in.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct PlainAnswer<T> {
    pub(crate) response: T,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct PlainEmpty {
    pub(crate) request_id: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct PlainMedias {
    pub(crate) total_count: u64,
    pub(crate) media_info_set: Vec<PlainMedia>,
    pub(crate) request_id: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct PlainMedia {
    pub(crate) file_id: String,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) create_time: String,
    pub(crate) size: u64,
    pub(crate) duration: f64,
    pub(crate) tags: Vec<String>,
}

pub(crate) const SMALL: &str = r#"{"Response":{"RequestId":"b4ce2971-8fb8-4c30-aa46-e0f8bb1f57c6"}}"#;

/// An answer with as many items as fit into `len` bytes.
pub(crate) fn medias(len: usize) -> Bytes {
    let item = |number: usize| {
        let (size, duration) = (1_000_000 + number, number % 3_600);
        format!(
            r#"{{"FileId":"528589{number:010}","Name":"recording {number}, 未命名","Description":"a \"quoted\" word","#
        ) + &format!(
            r#""CreateTime":"2019-02-25T16:44:25Z","Size":{size},"Duration":{duration}.25,"Tags":["one","another"],"#
        ) + r#""Unread":{"Of":[1,2,3]}}"#
    };
    let count = len / item(0).len();
    let items: Vec<_> = (0..count).map(item).collect();
    let items = items.join(",");
    let id = "b4ce2971-8fb8-4c30-aa46-e0f8bb1f57c6";
    format!(r#"{{"Response":{{"TotalCount":{count},"MediaInfoSet":[{items}],"RequestId":"{id}"}}}}"#).into()
}
