use tencent_action::tencent_action;

#[tencent_action(service = "invented", version = "2020-01-01", spec = "specs/invented-2020-01-01.spec")]
struct Upload {
    #[tencent(binary)]
    file: Vec<u8>,
    #[tencent(binary)]
    name: Vec<u8>,
}

fn main() {}
