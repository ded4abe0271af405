use tencent_action::tencent_action;

#[tencent_action(service = "sts", version = "2018-08-13", unsigned = true)]
struct AssumeRoleWithSAML {
    principal_arn: String,
}

fn main() {}
