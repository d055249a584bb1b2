import ArgumentParser
import VisaFeeCommands

VisaFee.main()
