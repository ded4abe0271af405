use tencent_action::tencent_data;

#[tencent_data(spec = "specs/invented-2020-01-01.spec")]
struct Usages {
    count: Option<u64>,
}

fn main() {}
