struct ManageTask;

fn code(error: tencent_action::Error) {
    error.code_as::<ManageTask>();
}

fn main() {
    drop(code);
}
