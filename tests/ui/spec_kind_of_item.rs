use tencent_action::tencent_action;

#[tencent_action(service = "invented", version = "2020-01-01", spec = "specs/invented-2020-01-01.spec")]
struct AssignAddresses {
    client_token: String,
    #[serde(rename = "IPv6")]
    ipv6: Vec<u64>,
    instance_i_d: String,
    r#type: String,
}

fn main() {}
