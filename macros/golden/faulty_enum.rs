#[tencent_action(service = "vod", version = "2018-07-17", response = TaskDetail, crate = cloud)]
pub(crate) enum ManageTask {
    Abort,
}
