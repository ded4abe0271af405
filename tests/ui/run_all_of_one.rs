use tencent_action::{Client, tencent_action};

#[tencent_action(service = "vod", version = "2018-07-17")]
struct ManageTask {
    task_id: String,
}

fn run(client: &Client) {
    let _ = client.run_all(ManageTask { task_id: "t".into() });
}

fn main() {}
