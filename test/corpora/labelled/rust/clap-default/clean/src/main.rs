use clap::Parser;

#[derive(Parser)]
struct Args {
    /// Order number, becomes the external id of the job
    order: String,
    #[arg(long, env = "SUBMIT_URL", default_value = "https://submit.atomyx.io/api")]
    submit_url: String,
    #[arg(long, env = "SUBMIT_API_KEY", hide_env_values = true, value_name = "KEY")]
    submit_api_key: String,
}

fn main() {
    let args = Args::parse();
    if let Err(error) = prepress::submit(&args.submit_url, &args.submit_api_key, &args.order) {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
