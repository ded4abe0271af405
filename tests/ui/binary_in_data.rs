use tencent_action::tencent_data;

#[tencent_data]
struct Attachment {
    #[tencent(binary)]
    file: Vec<u8>,
}

fn main() {}
