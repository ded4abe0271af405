#[tencent_action(service = "vod", version = "2018-07-17")]
#[derive(Debug, serde::Serialize, Clone)]
#[cfg_attr(test, derive(Deserialize), allow(unused))]
struct ManageTask {
    task_id: String,
}
