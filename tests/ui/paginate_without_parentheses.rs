use tencent_action::tencent_action;

#[tencent_action(service = "cvm", version = "2017-03-12", paginate = "offset", response = u64)]
struct DescribeInstances {
    offset: Option<u64>,
}

fn main() {}
