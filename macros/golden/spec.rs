#[tencent_action(service = "invented", version = "2020-01-01", spec = "../tests/specs/invented-2020-01-01.spec")]
#[allow(dead_code, deprecated)]
struct AssignAddresses {
    #[tencent(client_token)]
    client_token: Option<String>,
    #[serde(rename = "IPv6")]
    ipv6: Vec<String>,
    instance_i_d: String,
    #[deny(deprecated)]
    old_name: Option<String>,
    r#type: String,
}
