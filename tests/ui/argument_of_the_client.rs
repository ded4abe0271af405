use tencent_action::{tencent_action, tencent_data};

#[tencent_action(service = "vod", version = "2018-07-17", form = "query", signature = "HmacSHA1")]
struct ManageTask {
    task_id: String,
}

#[tencent_action(service = "vod", version = "2018-07-17", method = "GET")]
struct DescribeTask {
    task_id: String,
}

#[tencent_data(endpoint = "vod.tencentcloudapi.com")]
struct Task {
    task_id: String,
}

fn main() {}
