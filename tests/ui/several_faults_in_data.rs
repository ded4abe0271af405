use tencent_action::tencent_data;

#[tencent_data(service = "vod")]
#[serde(rename_all = "CAPITALS", crate = "serde")]
#[derive(Debug, serde::Serialize)]
struct TaskDetail {
    #[serde(renam = "TaskID")]
    task_id: String,
    #[tencent(client_token)]
    token: String,
    #[serde(rename = "token")]
    other: String,
}

fn main() {}
