use tencent_action::tencent_action;

#[tencent_action(service = "cls", version = "2020-10-16")]
struct UploadLog {
    #[tencent(body)]
    log: Vec<u8>,
    #[tencent(binary)]
    more: Vec<u8>,
}

fn main() {}
