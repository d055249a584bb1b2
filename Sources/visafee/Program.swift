import VisaFeeCommands

/// The program.
@main
enum Program {
    static func main() async {
        await VisaFee.start()
    }
}
