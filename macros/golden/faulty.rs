#[tencent_action(service = "VOD", verison = "2018-07-17" action = manage, region = "ap-guangzhou", stream = Chunk)]
pub struct ManageTask {
    task_id: String,
    #[serde(rename = "TaskId", flaten)]
    other: String,
}
