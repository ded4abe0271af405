use tencent_action::tencent_action;

#[tencent_action(service = "invented", version = "2020-01-01", spec = "specs/invented-2020-01-01.spec")]
struct AssignAddresses {
    ipv6: Vec<String>,
    instance_i_d: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    r#type: String,
    weight: Option<u64>,
    prot: Option<u64>,
    port: Option<bool>,
}

fn main() {}
