use tencent_action::tencent_action;

#[tencent_action(service = "invented", version = "2020-01-01", spec = here)]
struct Upload {
    #[tencent(binary)]
    file: Vec<u8>,
}

fn main() {}
