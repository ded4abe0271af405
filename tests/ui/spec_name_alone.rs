use tencent_action::tencent_data;

#[tencent_data(name = "Usage")]
struct Consumption {
    count: Option<u64>,
}

fn main() {}
