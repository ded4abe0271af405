use tencent_action::tencent_action;

#[tencent_action(service = "VOD", version = "2018-02-30", respons = TaskDetail)]
struct ManageTask {
    task_id: String,
    #[serde(rename = "TaskId")]
    id: String,
    #[tencent(client_token)]
    more: u64,
}

fn main() {}
