#[tencent_data]
struct Extent {
    #[serde(with = "seconds")]
    length: Duration,
}
