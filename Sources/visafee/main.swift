import VisaFeeCommands

VisaFee.main()
