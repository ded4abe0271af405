use tencent_action::{Client, Error, tencent_action, tencent_data};

#[tencent_action(
    service = "cvm",
    version = "2017-03-99",
    response = Instances,
    paginate(offset, items = instance_set, item = Instance)
)]
struct DescribeInstances {
    offset: Option<u64>,
}

#[tencent_data]
struct Instances {
    instance_set: Vec<Instance>,
}

#[tencent_data]
struct Instance {
    instance_id: String,
}

async fn ids(client: Client) -> Result<Vec<String>, Error> {
    let _ = client.pages(DescribeInstances { offset: None });
    let all = DescribeInstances { offset: None }.pages(&client).items().all().await?;
    Ok(all.into_iter().map(|instance| instance.instance_id).collect())
}

fn main() {
    drop(ids);
}
