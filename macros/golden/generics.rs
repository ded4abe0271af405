#[tencent_action(service = "cvm", version = "2017-03-12")]
pub struct DescribeInstances<T: Clone = String, const N: usize = 2>
where
    T: Send,
{
    instance_ids: [T; N],
    limit: Option<T>,
}
