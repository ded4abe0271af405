use tencent_action::{tencent_action, tencent_data};

#[tencent_data]
struct Hidden {
    total_count: u64,
}

#[tencent_action(service = "cvm", version = "2017-03-12", response = Hidden)]
pub struct DescribeZones;

fn main() {}
