use tencent_action::tencent_action;

#[tencent_action(service = "cii", version = "2021-04-08")]
#[serde(deny_unknown_fields)]
struct UploadMedicalFile {
    #[tencent(binary)]
    file: Vec<u8>,
}

fn main() {}
