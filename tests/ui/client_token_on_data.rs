use tencent_action::tencent_data;

#[tencent_data]
struct Instance {
    #[tencent(client_token)]
    client_token: String,
}

fn main() {}
