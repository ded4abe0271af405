use tencent_action::{tencent_action, tencent_data};

#[tencent_data]
enum String {
    Auto,
    Other(Box<str>),
}

#[tencent_action(service = "cvm", version = "2017-03-12")]
struct RunInstances {
    #[tencent(client_token)]
    client_token: Option<String>,
}

fn main() {}
