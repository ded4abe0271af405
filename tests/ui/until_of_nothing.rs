use tencent_action::{Client, tencent_action};

#[tencent_action(service = "vod", version = "2018-07-17")]
struct DescribeTaskDetail {
    task_id: String,
}

fn wait(client: &Client, detail: &DescribeTaskDetail) {
    let _ = detail.send(client).until(|_| "FINISH");
}

fn main() {}
