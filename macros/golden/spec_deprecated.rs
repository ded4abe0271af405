#[tencent_action(service = "invented", version = "2020-01-01", spec = "../tests/specs/invented-2020-01-01.spec")]
struct OldUpload {
    #[tencent(binary)]
    file: Vec<u8>,
}
