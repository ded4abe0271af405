use tencent_action::tencent_data;

#[tencent_data(spec = "specs/invented-2020-01-01.spec")]
struct Span {
    from: Option<String>,
    length: Option<u8>,
}

fn main() {}
