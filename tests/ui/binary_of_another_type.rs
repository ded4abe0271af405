use tencent_action::tencent_action;

#[tencent_action(service = "cii", version = "2021-04-08")]
struct UploadMedicalFile {
    #[tencent(binary)]
    file: String,
}

fn main() {}
