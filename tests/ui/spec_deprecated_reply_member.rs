use tencent_action::tencent_data;

#[tencent_data(spec = "specs/invented-2020-01-01.spec", name = "AssignAddressesResponse")]
struct Assigned {
    #[deny(deprecated)]
    last_error: Option<String>,
}

fn main() {}
