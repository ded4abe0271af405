#[tencent_action(service = "invented", version = "2020-01-01", spec = "../tests/specs/invented-2020-01-01.spec")]
struct AssignAddresses {
    ipv6: Vec<String>,
    instance_id: Option<String>,
    #[serde(rename = "Prot")]
    port: Option<u64>,
    weight: Option<u32>,
    nonsense: bool,
}
