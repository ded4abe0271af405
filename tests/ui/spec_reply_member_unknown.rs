use tencent_action::tencent_data;

#[tencent_data(spec = "specs/invented-2020-01-01.spec", name = "AssignAddressesResponse")]
struct Assigned {
    adresses: Vec<Address>,
}

#[tencent_data]
struct Address;

fn main() {}
