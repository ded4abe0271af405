use tencent_action::{tencent_action, tencent_data};

#[tencent_action(service = "cvm", version = "2017-03-12", response = Instances, paginate(page = page_number, first = "0", items = instance_set, item = Instance))]
struct DescribeInstances {
    offset: Option<u64>,
    page_number: Option<u64>,
    next_token: Option<String>,
}

#[tencent_data]
struct Instances {
    instance_set: Vec<Instance>,
    total_count: Option<u64>,
    has_more: bool,
    next_token: String,
    data: Option<Wrapper>,
}

#[tencent_data]
struct Wrapper {
    items: Vec<Instance>,
}

#[tencent_data]
struct Instance {
    instance_id: String,
}

fn main() {}
