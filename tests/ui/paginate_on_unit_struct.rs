use tencent_action::tencent_action;

#[tencent_action(service = "cvm", version = "2017-03-12", response = Vec<u64>, paginate(offset, items = x, item = u64))]
struct DescribeInstances;

fn main() {}
