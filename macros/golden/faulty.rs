#[tencent_action(service = "VOD", verison = "2018-07-17", action = manage)]
pub struct ManageTask {
    task_id: String,
    #[serde(rename = "TaskId")]
    other: String,
}
