#[tencent_action(service = "cvm", version = "2017-03-12", paginate(page = page_numbr, size = limit, item = Instance))]
struct DescribeInstances {
    page_number: Option<u64>,
}
