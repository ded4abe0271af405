#[tencent_action(service = "vod", version = "2018-07-17")]
/// Ends a task.
#[derive(Debug, Clone)]
pub struct ManageTask {
    pub task_id: String,
    pub operation_type: String,
    pub sub_app_id: Option<u64>,
}
