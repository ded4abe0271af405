#[tencent_action(service = "cvm", version = "2017-03-12")]
struct DescribeInstances<'a> {
    zone: &'a str,
    instance_ids: &'a [&'a str],
    name: std::borrow::Cow<'a, str>,
}
