use tencent_action::tencent_data;

#[tencent_data(spec = "specs/invented-2020-01-01.spec")]
struct Span<'a> {
    from: &'a str,
    length: Option<u64>,
}

fn main() {}
