use tencent_action::tencent_action;

#[tencent_action(service = "vod", version = "2018-07-17")]
struct RunInstances {
    #[tencent(client_token)]
    #[serde(skip)]
    client_token: String,
}

fn main() {}
