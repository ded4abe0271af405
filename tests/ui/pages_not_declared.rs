use tencent_action::{Client, tencent_action};

#[tencent_action(service = "cvm", version = "2017-03-12")]
struct DescribeInstances {
    offset: Option<u64>,
}

fn main() {
    let client = Client::from_env().unwrap();
    drop(client.pages(DescribeInstances { offset: None }));
}
