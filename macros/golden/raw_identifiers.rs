#[tencent_action(service = "cdb", version = "2017-03-20", action = "DescribeThings")]
struct Things {
    r#type: String,
    instance_i_d: u64,
}
