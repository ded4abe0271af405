#[tencent_data(spec = "../tests/specs/invented-2020-01-01.spec")]
struct Usage {
    count: u32,
    peak: u64,
    ratio: i64,
    shares: Vec<u16>,
    rest: String,
}
