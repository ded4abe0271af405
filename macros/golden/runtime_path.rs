#[tencent_action(service = "vod", version = "2018-07-17", crate = crate::cloud::tencent)]
struct DescribeTasks {
    limit: Option<u64>,
}
